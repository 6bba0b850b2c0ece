import { rmSync } from 'node:fs';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { App } from '../app.ts';
import { saveSchoolSettings } from '../upkeep/schoolSettings.ts';
import { demoAccount, demoFilesFolder, makeDemo, type DemoSurroundings } from './makeDemo.ts';

/** Makes the demo school in a folder that holds no school, once at a time. */
export interface DemoMaker {
  /** Leaves the demo school open and answers with its password. Nothing is left of one that was not completed. */
  readonly make: (jobId: string) => Promise<Result<{ readonly password: string }>>;
  /** Ends the making under this id; other ids are ignored. */
  readonly cancel: (jobId: string) => void;
  readonly running: () => boolean;
}

export function createDemoMaker(
  { session, desktop, folder }: App,
  call: DemoSurroundings['call'],
): DemoMaker {
  let run: { readonly jobId: string; cancelled: boolean } | null = null;

  async function make(jobId: string): Promise<Result<{ readonly password: string }>> {
    if (session.state().stage !== 'noSchool' || run)
      return failure('conflict', '这台电脑上已经有学校资料，不能再建演示学校。');
    const own = (run = { jobId, cancelled: false });
    try {
      const made = await makeDemo({
        call: async (channel, input) =>
          own.cancelled ? failure('cancelled', '已取消，没有建立演示学校。') : call(channel, input),
        filesFolder: demoFilesFolder(folder.root),
        onProgress: (phrase, done, total) =>
          desktop.send({ type: 'job.progress', jobId, phrase, done, total }),
      });
      const caller = session.current();
      if (made.ok && caller) {
        caller.change(null, (w) => saveSchoolSettings(w, { demo: true }));
        return success({ password: demoAccount.password });
      }
      await removeHalfDemo();
      return made.ok ? failure('locked', '演示学校没有建成，请重新开始。') : made;
    } catch (error) {
      await removeHalfDemo();
      throw error;
    } finally {
      run = null;
    }
  }

  /** The folder held no school before, so what is in it now is invented and only half there. */
  async function removeHalfDemo(): Promise<void> {
    await session.lock();
    for (const path of [folder.keys, folder.database, folder.attachments])
      rmSync(path, { recursive: true, force: true });
  }

  return {
    make,
    cancel(jobId) {
      if (run?.jobId === jobId) run.cancelled = true;
    },
    running: () => run !== null,
  };
}
