import { keepReceived } from '@/lib/casework/documents/keep-received'
import { command } from '@/lib/platform/gate/command'

export const POST = command(keepReceived)
