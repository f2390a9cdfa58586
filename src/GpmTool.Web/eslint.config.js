import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config({ ignores: ['node_modules', 'src/api/schema.d.ts'] }, js.configs.recommended, {
  files: ['**/*.{ts,tsx}'],
  extends: [tseslint.configs.strictTypeChecked, reactHooks.configs.flat.recommended],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    // The content security policy forbids inline code, and markup from data is how it gets in.
    'no-restricted-syntax': [
      'error',
      { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Render text, never markup.' },
    ],
  },
});
