import { tellPerson } from '@/lib/casework/referrals/verbs/tell-person'
import { command } from '@/lib/platform/gate/command'

export const POST = command(tellPerson)
