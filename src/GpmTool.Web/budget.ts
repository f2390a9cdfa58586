import { gzipSync } from 'node:zlib';

import type { Plugin } from 'vite';

/** Fails the build when what every visitor has to load first is greater than `limit` bytes, packed. */
export function firstLoadBudget(limit: number): Plugin {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const needed = new Set<string>();
      const need = (name: string) => {
        const file = bundle[name];
        if (file === undefined || needed.has(name)) return;
        needed.add(name);
        if (file.type !== 'chunk') return;
        file.viteMetadata?.importedCss.forEach(need);
        file.imports.forEach(need);
      };
      for (const file of Object.values(bundle)) {
        // The start page is part of the first load, although it is a chunk of its own.
        const isFirst = file.type === 'chunk' && (file.isEntry || file.name === 'OverviewPage');
        if (isFirst) need(file.fileName);
      }
      let size = 0;
      for (const name of needed) {
        const file = bundle[name];
        if (file !== undefined) size += gzipSync(file.type === 'chunk' ? file.code : file.source).length;
      }
      if (size > limit)
        this.error(
          `The first load is ${size.toString()} bytes, ${limit.toString()} are allowed: load late what is not needed first.`,
        );
      this.info(`First load: ${size.toString()} bytes in ${needed.size.toString()} files.`);
    },
  };
}
