import { afterTogether, tickOf, togetherAgain } from '@/lib/casework/referrals/verbs/approve-together'
import { letGoTogether } from '@/lib/desks/queue/let-go-together'
import { severally } from '@/lib/platform/gate/several'

export const POST = severally(letGoTogether, { tick: tickOf, page: afterTogether, none: togetherAgain })
