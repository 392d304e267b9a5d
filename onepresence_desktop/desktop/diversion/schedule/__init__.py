"""The schedule (Skema): recurring absences in a week to see, drag and edit (spec 3.4)."""
