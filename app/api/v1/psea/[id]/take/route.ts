import { takeReport } from '@/lib/casework/psea/take-report'
import { command } from '@/lib/platform/gate/command'

export const POST = command(takeReport)
