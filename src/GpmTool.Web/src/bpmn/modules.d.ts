declare module 'bpmn-js-i18n/translations/de.js' {
  const texts: Record<string, string>;
  export default texts;
}

declare module 'diagram-js-minimap' {
  import type { ModuleDeclaration } from 'didi';
  const module: ModuleDeclaration;
  export default module;
}
