import { closeReport } from '@/lib/casework/psea/close-report'
import { command } from '@/lib/platform/gate/command'

export const POST = command(closeReport)
