import { openPath } from '@/lib/casework/reintegration/open-path'
import { command } from '@/lib/platform/gate/command'

export const POST = command(openPath)
