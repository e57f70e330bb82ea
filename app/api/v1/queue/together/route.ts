import { approveReferral } from '@/lib/casework/referrals/verbs/approve-referral'
import { afterTogether, tickOf } from '@/lib/casework/referrals/verbs/approve-together'
import { severally } from '@/lib/platform/gate/several'

export const POST = severally(approveReferral, { tick: tickOf, page: afterTogether })
