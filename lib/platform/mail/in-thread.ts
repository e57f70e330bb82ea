import { Worker } from 'node:worker_threads'

/** Milliseconds for one message: shorter than the database waits for whoever holds the job. */
export const PATIENCE = 12_000
/** Milliseconds for one step of it. */
export const STEP = 5000
/** Megabytes that the thread may take before it ends by itself. */
const MOST_MEMORY = 64

/** How it ended: a number that the other side answered (0: none), after what, and the class of an error of ours. */
export type Ended = { code: number; at: string; class?: string }
type Said = { handedOver: true } | { sent: true } | Ended

/**
 * Does in a thread of its own what talks to a server that is not ours: whatever that answers stops nobody else, and by the time this
 * is over the thread is gone and its connection cut. `handedOver`: the whole message had left us before it ended.
 */
export async function inThread(
  file: URL,
  workerData: unknown,
  enough: AbortSignal,
): Promise<{ ended?: Ended; handedOver: boolean }> {
  const limits = { maxOldGenerationSizeMb: MOST_MEMORY }
  const thread = new Worker(file, { workerData, execArgv: [], env: {}, resourceLimits: limits })
  let handedOver = false
  try {
    const ended = await new Promise<Ended | undefined>((end) => {
      thread.on('message', (said: Said) => {
        if ('handedOver' in said) handedOver = true
        else end('sent' in said ? undefined : said)
      })
      // It broke, or took more memory than it may.
      thread.on('error', () => end({ code: 0, at: 'BROKE' }))
      thread.on('exit', () => end({ code: 0, at: 'BROKE' }))
      enough.addEventListener('abort', () => end({ code: 0, at: 'LATE' }))
    })
    return { ...(ended && { ended }), handedOver }
  } finally {
    await thread.terminate()
  }
}
