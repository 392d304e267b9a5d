"""First run, sign-in, the first password and a new company on this computer. The parts speak by signals."""
