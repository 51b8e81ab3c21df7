'use server';

import { changePasswordAction } from '@/lib/server/sign-in-action';

export const change = changePasswordAction;
