import { refuseTransfer } from '@/lib/casework/transfers/refuse-transfer'
import { command } from '@/lib/platform/gate/command'

export const POST = command(refuseTransfer)
