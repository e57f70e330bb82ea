import { undoMerge } from '@/lib/casework/endings/undo-merge'
import { command } from '@/lib/platform/gate/command'

export const POST = command(undoMerge)
