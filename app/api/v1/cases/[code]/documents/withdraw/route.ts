import { withdrawDocument } from '@/lib/casework/documents/withdraw-document'
import { command } from '@/lib/platform/gate/command'

export const POST = command(withdrawDocument)
