import { undoApproval } from '@/lib/casework/referrals/verbs/undo-approval'
import { command } from '@/lib/platform/gate/command'

export const POST = command(undoApproval)
