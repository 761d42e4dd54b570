import { expect, test } from '@playwright/test';

test('the page opens, under its own rules of content, without a word on the console', async ({ page }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });

  const answer = await page.goto('/');

  await expect(page).toHaveTitle('Syntony');
  await expect(page.getByRole('heading', { name: 'Syntony' })).toBeVisible();
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'");
  expect(complaints).toEqual([]);
});
