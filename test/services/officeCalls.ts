import type { AnswerOf, Channel, InputOf } from '#shared/contract/index.ts';
import type { AccountInfo } from '#shared/contract/session.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Handlers } from '#electron/ipc/handlers.ts';
import { createRouter } from '#electron/ipc/router.ts';
import type { App } from '#electron/services/app.ts';
import { callerOf } from '../support/callerOf.ts';
import type { TemporarySchool } from '../support/temporarySchool.ts';

/** Calls the real router as an account of a school. */
export interface Office {
  as(account: AccountInfo): <C extends Channel>(channel: C, input: InputOf<C>) => Promise<AnswerOf<C>>;
}

/** The router over some handlers. Only what those handlers use of the application is there: clock, folder and session. */
export function officeOf(school: TemporarySchool, handlersOf: (app: App) => Partial<Handlers>): Office {
  return {
    as(account) {
      const app = {
        clock: school.clock,
        folder: school.folder,
        session: {
          current: () => callerOf(school, account),
          lockIfIdle: () => Promise.resolve(),
        },
      } as unknown as App;
      const handle = createRouter(handlersOf(app), app.session, {
        error: (_where, error) => {
          throw error;
        },
      });
      return async <C extends Channel>(channel: C, input: InputOf<C>) =>
        (await handle(channel, input)) as Result<never>;
    },
  };
}
