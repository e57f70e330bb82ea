import { doAction } from '@/lib/casework/plans/do-action'
import { command } from '@/lib/platform/gate/command'

export const POST = command(doAction)
