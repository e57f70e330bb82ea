import { offerToOffice } from '@/lib/casework/transfers/offer-to-office'
import { command } from '@/lib/platform/gate/command'

export const POST = command(offerToOffice)
