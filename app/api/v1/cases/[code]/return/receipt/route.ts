import { tieReceipt } from '@/lib/casework/reintegration/tie-receipt'
import { command } from '@/lib/platform/gate/command'

export const POST = command(tieReceipt)
