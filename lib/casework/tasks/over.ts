import type { MessageKey } from '@/lib/base/i18n/dictionary'

/** How a task ended, for whoever comes second: done by somebody, or dropped with its cause and done by nobody. PURE. */
export const overNow = (state: string): MessageKey =>
  state === 'DROPPED' ? 'queue.task-dropped' : 'queue.task-did'
