import { rerouteReferral } from '@/lib/casework/referrals/verbs/reroute-referral'
import { command } from '@/lib/platform/gate/command'

export const POST = command(rerouteReferral)
