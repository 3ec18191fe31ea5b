"""Forms: which a plan asks for, who fills each, what each prints, and the summary's workbook."""
