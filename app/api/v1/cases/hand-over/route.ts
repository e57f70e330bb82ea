import { handOver } from '@/lib/casework/cases/hand-over'
import { command } from '@/lib/platform/gate/command'

export const POST = command(handOver)
