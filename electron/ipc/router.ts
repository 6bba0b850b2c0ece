import type { z } from 'zod';
import type { Access } from '../../shared/contract/call.ts';
import { contract, type Channel } from '../../shared/contract/index.ts';
import { levelOf, may } from '../../shared/contract/rights.ts';
import { failure, type Result } from '../../shared/kernel/result.ts';
import { databaseFailureOf } from '../store/database.ts';
import { issueSentence, problemsOf } from './chineseIssues.ts';
import type { Caller, Handlers } from './handlers.ts';
import type { Log } from './log.ts';

/** What the door asks of the session. */
export interface OpenSession {
  /** Locks when nobody has been active for long. */
  lockIfIdle(): Promise<void>;
  /** Who has the file open; `null` while it is locked. */
  current(): Caller | null;
}

/** Answers any call of the renderer with a Result; never throws and never rejects. */
export type Handle<Answer = Result<unknown>> = (channel: string, input: unknown) => Promise<Answer>;

const lockedFailure = failure('locked', '资料已锁定，请输入密码打开。');

/**
 * The only door to the services: known channel → valid input → open session and right → handler.
 * A thrown error is logged without personal data and answered with a sentence: what it means when the database threw it
 * (disk full, file in use, …), otherwise that it is a bug.
 */
export function createRouter(handlers: Partial<Handlers>, session: OpenSession, log: Log): Handle {
  return async (channel, input) => {
    if (!isChannel(channel)) return failure('notFound', '程序不认识这个操作，请重新打开程序再试。');
    try {
      return await answer(handlers, session, channel, input);
    } catch (error) {
      log.error(channel, error);
      const known = databaseFailureOf(error);
      if (known) return { ok: false, failure: known };
      return failure(
        'unavailable',
        '程序出了差错，刚才的操作没有完成，已保存的资料不受影响。请再试一次；如果仍然不行，请重新打开程序。',
      );
    }
  };
}

async function answer(
  handlers: Partial<Handlers>,
  session: OpenSession,
  channel: Channel,
  input: unknown,
): Promise<Result<unknown>> {
  const call = contract[channel];
  const parsed = call.input.safeParse(input, { error: issueSentence });
  if (!parsed.success) {
    const problems = problemsOf(parsed.error);
    const sentence =
      problems.length === 1 && problems[0]
        ? problems[0].sentence
        : `有 ${problems.length} 处填写得不对，请按提示改正。`;
    return failure('invalidInput', sentence, problems);
  }
  const access = call.access as Access<unknown>;
  let caller: Caller | null = null;
  if (access.kind !== 'anyone') {
    await session.lockIfIdle();
    caller = session.current();
    if (!caller) return lockedFailure;
    const refusal = refusalOf(access, parsed.data, caller);
    if (refusal) return refusal;
  }
  const handler = handlers[channel] as LooseHandler | undefined;
  if (!handler) return failure('unavailable', '这一版程序还没有这项功能。');
  return handler(parsed.data, caller);
}

// Sound: input and access belong to the same channel as the handler, and the input has just passed the channel's schema.
type LooseHandler = (
  input: z.output<z.ZodType>,
  caller: Caller | null,
) => Result<unknown> | Promise<Result<unknown>>;

function refusalOf(access: Access<unknown>, input: unknown, caller: Caller): Result<never> | null {
  const { roles } = caller.account;
  switch (access.kind) {
    case 'anyone':
    case 'signedIn':
      return null;
    case 'capability':
      return may(roles, access.capability)
        ? null
        : failure('forbidden', '您的账号没有这项权限。如果工作需要，请联系本校管理员。');
    case 'area': {
      const areas = access.areaOf(input);
      if (!areas) return failure('notFound', '没有找到这种台账，请返回后重新打开。');
      const enough = areas.every((area) => {
        const level = levelOf(roles, area);
        return level === 'write' || level === access.level;
      });
      if (enough) return null;
      return access.level === 'write'
        ? failure('forbidden', '您的账号不能修改这部分资料。如果工作需要，请联系本校管理员。')
        : failure('forbidden', '您的账号不能查看这部分资料。如果工作需要，请联系本校管理员。');
    }
  }
}

function isChannel(channel: string): channel is Channel {
  return Object.hasOwn(contract, channel);
}
