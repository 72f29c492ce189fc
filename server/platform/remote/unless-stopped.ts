import { RemoteError } from './remote-error.ts'

/** Waits for the promise, or until the signal says to stop waiting; what was waited for goes on by itself. */
export function unlessStopped<Result>(
  signal: AbortSignal,
  promise: Promise<Result>,
  host: string,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new RemoteError('timeout', host))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
