import { undoRestriction } from '@/lib/casework/cases/undo-restriction'
import { command } from '@/lib/platform/gate/command'

export const POST = command(undoRestriction)
