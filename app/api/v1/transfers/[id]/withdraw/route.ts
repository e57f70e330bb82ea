import { withdrawTransfer } from '@/lib/casework/transfers/withdraw-transfer'
import { command } from '@/lib/platform/gate/command'

export const POST = command(withdrawTransfer)
