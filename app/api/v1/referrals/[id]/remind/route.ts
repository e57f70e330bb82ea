import { remindPartner } from '@/lib/referrals/remind-partner'
import { command } from '@/lib/write/command'

export const POST = command(remindPartner)
