import { withdrawCaseConsent } from '@/lib/casework/endings/withdraw-case-consent'
import { command } from '@/lib/platform/gate/command'

export const POST = command(withdrawCaseConsent)
