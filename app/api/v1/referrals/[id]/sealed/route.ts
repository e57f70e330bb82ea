import { sendSealed } from '@/lib/desks/referral/send-file'
import { download } from '@/lib/platform/gate/download'

export const GET = download(sendSealed)
