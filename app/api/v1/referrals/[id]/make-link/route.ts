import { makeLink } from '@/lib/casework/referrals/verbs/make-link'
import { command } from '@/lib/platform/gate/command'

export const POST = command(makeLink)
