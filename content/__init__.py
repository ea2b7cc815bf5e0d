"""The challenges, and what reads them: files to a bank, a bank to variants, answers to marks."""
