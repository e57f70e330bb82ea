import { acceptTransfer } from '@/lib/casework/transfers/accept-transfer'
import { command } from '@/lib/platform/gate/command'

export const POST = command(acceptTransfer)
