import { confirmDeleted } from '@/lib/casework/referrals/verbs/confirm-deleted'
import { command } from '@/lib/platform/gate/command'

export const POST = command(confirmDeleted)
