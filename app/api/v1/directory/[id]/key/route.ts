import { keepKey } from '@/lib/casework/services/keep-key'
import { command } from '@/lib/platform/gate/command'

export const POST = command(keepKey)
