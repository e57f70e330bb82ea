import { skipAction } from '@/lib/casework/plans/skip-action'
import { command } from '@/lib/platform/gate/command'

export const POST = command(skipAction)
