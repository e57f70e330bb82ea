import { withdrawConsent } from '@/lib/casework/endings/withdraw-consent'
import { command } from '@/lib/platform/gate/command'

export const POST = command(withdrawConsent)
