import { moveDate } from '@/lib/casework/plans/move-date'
import { command } from '@/lib/platform/gate/command'

export const POST = command(moveDate)
