import type { Page } from '@/lib/platform/gate/read'

export type Framed = { page: Omit<Page<unknown>, 'view'> }
