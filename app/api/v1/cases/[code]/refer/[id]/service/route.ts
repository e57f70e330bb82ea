import { editService } from '@/lib/casework/referrals/verbs/edit-referral'
import { command } from '@/lib/platform/gate/command'

export const POST = command(editService)
