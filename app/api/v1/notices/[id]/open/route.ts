import { openNotice } from '@/lib/casework/notices/read-notices'
import { command } from '@/lib/platform/gate/command'

export const POST = command(openNotice)
