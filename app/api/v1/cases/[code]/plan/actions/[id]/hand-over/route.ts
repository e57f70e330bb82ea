import { handAction } from '@/lib/casework/plans/hand-action'
import { command } from '@/lib/platform/gate/command'

export const POST = command(handAction)
