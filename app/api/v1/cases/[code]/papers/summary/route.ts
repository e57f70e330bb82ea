import { printSummary } from '@/lib/casework/papers/print-paper'
import { command } from '@/lib/platform/gate/command'

export const POST = command(printSummary)
