import {
  keepPreviousData,
  notifyManager,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { BridgeAnswer, DesktopBridge } from '../shared/contract/bridge.ts';
import type { AnswerOf, Channel, DesktopEvent, InputOf, OutputOf } from '../shared/contract/index.ts';
import { createUuid, uuidRandomLength } from '../shared/kernel/ids.ts';
import type { Failure } from '../shared/kernel/result.ts';
import { allRead, hearWritten, writtenSoFar } from './answers.ts';

declare global {
  interface Window {
    readonly desktop: DesktopBridge;
  }
}

/** A refused call, thrown so that queries and mutations carry it; `failure.sentence` is for the clerk. */
export class CallFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.sentence);
    this.name = 'CallFailure';
    this.failure = failure;
  }
}

/** Makes a call and returns its Result. */
export async function tryCall<C extends Channel>(channel: C, input: InputOf<C>): Promise<AnswerOf<C>> {
  // Answers come from our own process by this very contract and are not validated again.
  const answer = (await window.desktop.invoke(channel, input)) as BridgeAnswer<AnswerOf<C>>;
  if (answer.written !== undefined) hearWritten(answer.written);
  return answer;
}

/** Makes a call and returns its answer; throws `CallFailure` when it is refused. */
export async function call<C extends Channel>(channel: C, input: InputOf<C>): Promise<OutputOf<C>> {
  return valueOf(await tryCall(channel, input));
}

/** As `call`, for an answer that is kept: asks again while something was written in the meantime. A refusal is not kept. */
export async function read<C extends Channel>(channel: C, input: InputOf<C>): Promise<OutputOf<C>> {
  for (;;) {
    const before = writtenSoFar();
    const answer = await tryCall(channel, input);
    if (!answer.ok || writtenSoFar() === before) return valueOf(answer);
  }
}

function valueOf<C extends Channel>(answer: AnswerOf<C>): OutputOf<C> {
  if (!answer.ok) throw new CallFailure(answer.failure);
  return answer.value;
}

/** Listens to what the main process tells; returns the function that ends it. */
export function onDesktopEvent(listener: (event: DesktopEvent) => void): () => void {
  return window.desktop.onEvent(listener);
}

/** What to tell the clerk about an error, whatever it is. */
export function sentenceOf(error: unknown): string {
  return error instanceof CallFailure
    ? error.failure.sentence
    : '程序遇到了意外情况，刚才的操作没有完成。请再试一次；还不行就重新打开程序，已保存的内容不会丢。';
}

/** A new UUIDv7, for records, detail rows and jobs. */
export function newId(): string {
  return createUuid(Date.now(), crypto.getRandomValues(new Uint8Array(uuidRandomLength)));
}

/** Answer of a reading call, kept up to date: read anew after every write. */
export function useCall<C extends Channel>(
  channel: C,
  input: InputOf<C>,
  options: {
    readonly enabled?: boolean;
    readonly keepPrevious?: boolean;
    /** Never from memory: it rests on more than the file (drives, folders, drafts), or each look at it is logged. */
    readonly fresh?: boolean;
  } = {},
): UseQueryResult<OutputOf<C>, Error> {
  return useQuery({
    queryKey: [channel, input],
    queryFn: () => read(channel, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.fresh ? { staleTime: 0, gcTime: 0 } : {}),
  });
}

/** What follows a change; it does so too when the screen that asked is gone, which may well be because of the change. */
interface Afterwards<Value> {
  readonly onSuccess?: (value: Value) => void;
  readonly onError?: (error: Error) => void;
  readonly onSettled?: () => void;
}

type Mutation<C extends Channel> = UseMutationResult<OutputOf<C>, Error, InputOf<C>>;

export type Change<C extends Channel> = Omit<Mutation<C>, 'mutate'> & {
  readonly mutate: (input: InputOf<C>, afterwards?: Afterwards<OutputOf<C>>) => void;
};

/** A changing call. It is done when the screen shows what it has changed. */
export function useChange<C extends Channel>(channel: C): Change<C> {
  const mutation: Mutation<C> = useMutation({
    mutationFn: (input: InputOf<C>) => call(channel, input),
    onSuccess: allRead,
  });
  const { mutateAsync } = mutation;
  const mutate = useCallback(
    (input: InputOf<C>, { onSuccess, onError, onSettled }: Afterwards<OutputOf<C>> = {}) => {
      // After the screen has heard of it, so that it isn't taken for busy any more.
      mutateAsync(input).then(
        (value) =>
          notifyManager.schedule(() => {
            onSuccess?.(value);
            onSettled?.();
          }),
        (error: Error) =>
          notifyManager.schedule(() => {
            onError?.(error);
            onSettled?.();
          }),
      );
    },
    [mutateAsync],
  );
  return { ...mutation, mutate };
}

export interface JobState {
  readonly phrase: string;
  readonly done: number;
  /** 0 = unknown. */
  readonly total: number;
}

export interface Job {
  /** `null` while nothing runs. */
  readonly progress: JobState | null;
  readonly running: boolean;
  /** Runs a call that takes a `jobId` and follows its progress. */
  readonly run: <T>(start: (jobId: string) => Promise<T>) => Promise<T>;
  /** The same, with a refusal kept in `error` and told by `JobProgress`; `null` then. */
  readonly attempt: <T>(start: (jobId: string) => Promise<T>) => Promise<T | null>;
  readonly error: unknown;
  readonly forgetError: () => void;
  readonly cancel: () => void;
}

/** One long call at a time, with progress and a way to stop it: `job.run((jobId) => tryCall('health.check', { jobId }))`. */
export function useJob(): Job {
  const [jobId, setJobId] = useState<string | null>(null);
  const [progress, setProgress] = useState<JobState | null>(null);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    if (jobId === null) return undefined;
    return onDesktopEvent((event) => {
      if (event.type === 'job.progress' && event.jobId === jobId)
        setProgress({ phrase: event.phrase, done: event.done, total: event.total });
    });
  }, [jobId]);

  const run = useCallback(async <T>(start: (id: string) => Promise<T>): Promise<T> => {
    const id = newId();
    setJobId(id);
    setProgress({ phrase: '正在准备', done: 0, total: 0 });
    try {
      return await start(id);
    } finally {
      setJobId(null);
      setProgress(null);
    }
  }, []);
  const attempt = useCallback(
    async <T>(start: (id: string) => Promise<T>): Promise<T | null> => {
      setError(null);
      try {
        return await run(start);
      } catch (refused) {
        setError(refused);
        return null;
      }
    },
    [run],
  );
  const forgetError = useCallback(() => setError(null), []);
  const cancel = useCallback(() => {
    if (jobId !== null) void tryCall('job.cancel', { jobId });
  }, [jobId]);

  return { progress, running: jobId !== null, run, attempt, error, forgetError, cancel };
}
