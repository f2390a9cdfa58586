import { useTranslation } from 'react-i18next';

import { type Language, switchLanguage } from '../i18n';

const names: Record<Language, string> = { de: 'Deutsch', en: 'English' };

/** One button that names the other language, in that language. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const other: Language = i18n.language === 'en' ? 'de' : 'en';
  return (
    <button
      type="button"
      lang={other}
      className="kern-btn kern-btn--tertiary"
      onClick={() => {
        void switchLanguage(other);
      }}
    >
      <span className="kern-icon kern-icon--language" aria-hidden="true"></span>
      <span className="kern-label">{names[other]}</span>
    </button>
  );
}
