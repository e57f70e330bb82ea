import { undoAction } from '@/lib/casework/plans/undo-action'
import { command } from '@/lib/platform/gate/command'

export const POST = command(undoAction)
