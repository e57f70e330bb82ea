import { undoApproval } from '@/lib/queue/undo-approval'
import { command } from '@/lib/write/command'

export const POST = command(undoApproval)
