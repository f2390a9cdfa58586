import type { CommandStack, Diagram } from './services';

/** Several changes that are one for undo: commands that are executed while another begins belong to it. */
class Together {
  preExecute({ run }: { run: () => void }): void {
    run();
  }
}

function registerTogether(commandStack: CommandStack): void {
  commandStack.registerHandler('gpm.together', Together);
}
registerTogether.$inject = ['commandStack'];

/** Makes changes that one undo takes back. */
export function together<T>(diagram: Diagram, make: () => T): T {
  const made: T[] = [];
  diagram.get('commandStack').execute('gpm.together', {
    run: () => {
      made.push(make());
    },
  });
  return made[0] as T;
}

export const togetherModule = {
  __init__: ['gpmTogether'],
  gpmTogether: ['factory', registerTogether],
};
