import { addConsent } from '@/lib/casework/consents/add-consent'
import { command } from '@/lib/platform/gate/command'

export const POST = command(addConsent)
