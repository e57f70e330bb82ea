import { offerToAgency } from '@/lib/casework/transfers/offer-to-agency'
import { command } from '@/lib/platform/gate/command'

export const POST = command(offerToAgency)
