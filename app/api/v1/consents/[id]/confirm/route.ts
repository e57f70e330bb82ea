import { confirmConsent } from '@/lib/casework/consents/confirm-consent'
import { command } from '@/lib/platform/gate/command'

export const POST = command(confirmConsent)
